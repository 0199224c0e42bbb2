/*
 * A disk that forgets: loaded into n8n (LD_PRELOAD), it copies each file of the store to KEPT_DIR at the moment at which the
 * program was told that it is safe on the disk. After a kill the harness puts these copies back: what was written and never
 * synced is gone, as after a power cut. The copy is renamed into place, so a kill in the middle leaves the one before.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void keep(int fd)
{
	const char *from = getenv("LEASING_TEST_SYNCED_FROM");
	const char *to = getenv("LEASING_TEST_SYNCED_TO");
	char link[64], path[4096], kept[4200], fresh[4300], block[65536];
	if (!from || !to) return;
	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	ssize_t length = readlink(link, path, sizeof path - 1);
	if (length <= 0) return;
	path[length] = 0;
	/* The store's file, and its log beside it. */
	if (strncmp(path, from, strlen(from)) != 0) return;
	snprintf(kept, sizeof kept, "%s/%s", to, strrchr(path, '/') + 1);
	snprintf(fresh, sizeof fresh, "%s.%d", kept, (int)getpid());
	int out = open(fresh, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (out < 0) return;
	off_t at = 0;
	ssize_t got;
	while ((got = pread(fd, block, sizeof block, at)) > 0) {
		if (write(out, block, got) != got) break;
		at += got;
	}
	close(out);
	if (got == 0) rename(fresh, kept);
	else unlink(fresh);
}

int fsync(int fd)
{
	int result = (int)syscall(SYS_fsync, fd);
	if (result == 0) keep(fd);
	return result;
}

int fdatasync(int fd)
{
	int result = (int)syscall(SYS_fdatasync, fd);
	if (result == 0) keep(fd);
	return result;
}

-- Most entries tell of no call. The index over the others is small and is not written when a list of leads comes in, which was a twelfth of the pages written.
DROP INDEX timeline_by_call;
CREATE INDEX timeline_by_call ON timeline (call_id, at, id) WHERE call_id IS NOT NULL;

-- Which leads were merged, and into which: few of many. Whoever follows a record to its lead looks here, and not into every lead, which may lie anywhere
-- on the disk.
CREATE INDEX leads_merged_by_id ON leads (id, merged_into) WHERE merged_into IS NOT NULL;

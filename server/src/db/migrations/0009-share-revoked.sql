-- A link that was taken back keeps its line until the day it would have ended, so that its owner can still be told what was shared and
-- when. Its secret is gone at once: nothing opens.
alter table app.share add column revoked_at timestamptz;

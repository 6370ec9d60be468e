"""The batch: many inputs read by several processes, in order, into one output that is whole or not there."""

package org.pgherd.executor.shard;

import org.pgherd.errors.Notice;

/// Hears what a shard says beside its answers.
public interface NoticeListener {
    NoticeListener NONE = (shard, notice) -> {};

    void notice(int shard, Notice notice);

    /// A ParameterStatus message: a setting that the shard reports when it changes.
    default void parameterStatus(int shard, String name, String value) {}

    /// A message of LISTEN/NOTIFY.
    default void notification(int shard, int processId, String channel, String payload) {}
}

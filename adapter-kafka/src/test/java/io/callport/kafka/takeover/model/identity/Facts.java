package io.callport.kafka.takeover.model.identity;

import org.jspecify.annotations.Nullable;

/** What a take-over knows when it decides. */
record Facts(int group, @Nullable Committed committed, int topic, int stateTopic, Contents contents) {}

package io.callport.kafka.takeover.model.identity;

import org.jspecify.annotations.Nullable;

/** The facts that a takeover knows when it decides. */
record Facts(int group, @Nullable Committed committed, int topic, int stateTopic, Contents contents) {}

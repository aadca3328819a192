/**
 * The checkpoint: the text that is committed with a partition's offset, written and read (docs/checkpoint.md). Knows accounts,
 * budgets and spent slots; no Kafka client, no clock and no switchboard.
 */
@NullMarked
package io.callport.kafka.checkpoint;

import org.jspecify.annotations.NullMarked;

/**
 * The changelog: what the records of the state topic and the metadata of a committed offset say, written and read
 * (docs/state.md). Knows accounts, budgets and spent slots; no Kafka client, no clock and no thread.
 */
@NullMarked
package io.callport.kafka.changelog;

import org.jspecify.annotations.NullMarked;

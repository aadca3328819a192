/**
 * The partitions that this instance owns: the progress of each, the accounts that have their home there, and what the
 * state topic has of both.
 */
@NullMarked
package io.callport.kafka.partition;

import org.jspecify.annotations.NullMarked;

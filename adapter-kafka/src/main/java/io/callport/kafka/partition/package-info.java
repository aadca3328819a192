/**
 * The partitions that this instance owns: the progress of each, the accounts that have their home there, and the takeover
 * of a partition from its last owner. Nothing waits here.
 */
@NullMarked
package io.callport.kafka.partition;

import org.jspecify.annotations.NullMarked;

/**
 * The partitions that this instance owns: how far each has come, which accounts have their home there, and how one is taken
 * over from its last owner. Nothing waits here.
 */
@NullMarked
package io.callport.kafka.partition;

import org.jspecify.annotations.NullMarked;

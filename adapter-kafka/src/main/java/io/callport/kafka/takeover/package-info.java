/**
 * How partitions that were assigned are begun: what the group has committed for them is read first. Nothing is committed from
 * here.
 */
@NullMarked
package io.callport.kafka.takeover;

import org.jspecify.annotations.NullMarked;

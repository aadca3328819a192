/**
 * The plan of a run and its schedule, made from the seed before the run starts. No type here starts a process or knows
 * Kafka.
 */
@NullMarked
package io.callport.system.crash.plan;

import org.jspecify.annotations.NullMarked;

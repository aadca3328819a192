/**
 * The cost of the switchboard: an event's time and a lane's bytes, by the number of lanes. No Kafka and no HTTP here.
 */
@NullMarked
package io.callport.benchmarks.switchboard;

import org.jspecify.annotations.NullMarked;

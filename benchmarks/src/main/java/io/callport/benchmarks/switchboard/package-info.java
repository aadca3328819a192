/**
 * The cost of the switchboard: an event's time and a lane's bytes, by the number of lanes. Nothing here knows Kafka or
 * HTTP.
 */
@NullMarked
package io.callport.benchmarks.switchboard;

import org.jspecify.annotations.NullMarked;

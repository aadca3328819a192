/**
 * Records as bytes and headers, and the JSON in them. Their meaning is known only to the rooms {@code command} and
 * {@code result}.
 */
@NullMarked
package io.callport.kafka.record;

import org.jspecify.annotations.NullMarked;

/**
 * Records as bytes and headers, read and to be written, and the JSON in them. What they mean is known elsewhere.
 */
@NullMarked
package io.callport.kafka.record;

import org.jspecify.annotations.NullMarked;

/** Records as bytes and headers, and the JSON in them. Other packages know what the bytes mean. */
@NullMarked
package io.callport.kafka.record;

import org.jspecify.annotations.NullMarked;

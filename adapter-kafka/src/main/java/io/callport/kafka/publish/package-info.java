/**
 * One transaction after the other: what is published, how far that is, and which requests it announces. What commands mean,
 * and who owns which partition, is decided elsewhere.
 */
@NullMarked
package io.callport.kafka.publish;

import org.jspecify.annotations.NullMarked;

/**
 * Which topics and partitions there are, how large their messages may be, and where an account's home is. Knows no message.
 */
@NullMarked
package io.callport.kafka.topics;

import org.jspecify.annotations.NullMarked;

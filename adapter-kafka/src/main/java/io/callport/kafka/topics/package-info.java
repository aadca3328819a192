/**
 * What is known of the topics: their partitions, their limits, and where an account's home is. Reads and creates topics
 * through an administration client, and knows no message.
 */
@NullMarked
package io.callport.kafka.topics;

import org.jspecify.annotations.NullMarked;

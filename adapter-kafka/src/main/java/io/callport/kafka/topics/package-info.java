/**
 * The known state of the topics: their partitions, their limits, and the homes of accounts. Reads and creates topics
 * through an administration client, and knows no message.
 */
@NullMarked
package io.callport.kafka.topics;

import org.jspecify.annotations.NullMarked;

/**
 * Publishes the events that vendors push, each answered after Kafka's acknowledgement. Shares no thread and no client
 * with the loop, which answers commands.
 */
@NullMarked
package io.callport.kafka.event;

import org.jspecify.annotations.NullMarked;

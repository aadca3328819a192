/**
 * Reads records into commands: the body, the headers, the deadline, the home partition. No Kafka client is called from here.
 */
@NullMarked
package io.callport.kafka.command;

import org.jspecify.annotations.NullMarked;

/** Reads records into commands: the body, the headers, the deadline, the home partition. Calls no Kafka client. */
@NullMarked
package io.callport.kafka.command;

import org.jspecify.annotations.NullMarked;

/**
 * Which rights the service needs on Kafka, and which of them it lacks. Changes nothing there, and is not used by the loop.
 */
@NullMarked
package io.callport.kafka.admin.rights;

import org.jspecify.annotations.NullMarked;

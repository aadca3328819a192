/**
 * The rights that the service needs on Kafka, and those that it lacks. Only the cluster check uses it, and nothing is
 * changed.
 */
@NullMarked
package io.callport.kafka.admin.rights;

import org.jspecify.annotations.NullMarked;

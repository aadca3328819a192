/**
 * Publishes one transaction after the other: deliveries, the state that counts the deliveries, and the requests that
 * the state announces. Other packages decide the meaning of a command and the owner of a partition.
 */
@NullMarked
package io.callport.kafka.publish;

import org.jspecify.annotations.NullMarked;

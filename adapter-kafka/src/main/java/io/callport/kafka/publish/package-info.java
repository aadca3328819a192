/**
 * Publishes one transaction after the other: deliveries, the checkpoints that count the deliveries, and the requests that
 * the checkpoints announce. Other packages decide the meaning of a command and the owner of a partition.
 */
@NullMarked
package io.callport.kafka.publish;

import org.jspecify.annotations.NullMarked;

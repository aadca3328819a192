/**
 * The door of the Kafka adapter: starts and stops the loop. Its settings and what it reports are in the rooms beside it.
 */
@NullMarked
package io.callport.kafka;

import org.jspecify.annotations.NullMarked;

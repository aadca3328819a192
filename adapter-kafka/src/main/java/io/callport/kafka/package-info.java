/**
 * The entry point of the Kafka adapter: starts and stops the loop. The settings and the reports are in the packages
 * below.
 */
@NullMarked
package io.callport.kafka;

import org.jspecify.annotations.NullMarked;

/**
 * The settings of the Kafka adapter, and the properties that Kafka's clients get of them.
 */
@NullMarked
package io.callport.kafka.settings;

import org.jspecify.annotations.NullMarked;

/** The settings of the Kafka adapter, and the properties that Kafka's clients get from these settings. */
@NullMarked
package io.callport.kafka.settings;

import org.jspecify.annotations.NullMarked;

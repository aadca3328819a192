package io.callport.config;

import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorFieldsInResults;

/**
 * The settings of Kafka's clients, topics and records.
 *
 * @param clients the client properties
 * @param topics the topics of commands and results
 * @param sipPasswords whether results show SIP passwords
 * @param vendorFields whether results show the vendor's fields that are not mapped
 */
public record KafkaConfig(
        ClientSettings clients, TopicSettings topics, SipPasswords sipPasswords, VendorFieldsInResults vendorFields) {}

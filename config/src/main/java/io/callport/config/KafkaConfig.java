package io.callport.config;

import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings;

/**
 * The settings of Kafka's clients, topics and records.
 *
 * @param clients the client properties
 * @param topics where commands come from and results go
 * @param sipPasswords whether results show SIP passwords
 */
public record KafkaConfig(ClientSettings clients, TopicSettings topics, SipPasswords sipPasswords) {}

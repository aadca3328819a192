/** The switchboard with a thread and a clock of its own, for applications without Kafka: plain Java. */
module io.callport.embed {
    requires static org.jspecify;
    requires transitive io.callport.domain;

    exports io.callport.embed;
}

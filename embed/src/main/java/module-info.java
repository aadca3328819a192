/** One thread and a clock around the switchboard, for applications without Kafka: plain Java. */
module io.callport.embed {
    requires static org.jspecify;
    requires transitive io.callport.domain;

    exports io.callport.embed;
}

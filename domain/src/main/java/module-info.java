/**
 * Callport's ports, model and switchboard: plain Java, no clock, no thread, no I/O. Only {@code io.callport.execution}
 * has threads: it runs requests for the owners of a switchboard.
 */
module io.callport.domain {
    requires static org.jspecify;

    exports io.callport.account;
    exports io.callport.agents;
    exports io.callport.memory;
    exports io.callport.event;
    exports io.callport.query;
    exports io.callport.numberpool;
    exports io.callport.callinfo;
    exports io.callport.catalog;
    exports io.callport.switchboard;
    exports io.callport.execution;
}

/** Callport's ports, model and switchboard: plain Java, no clock, no thread, no I/O. */
module io.callport.domain {
    requires static org.jspecify;

    exports io.callport.account;
    exports io.callport.agents;
    exports io.callport.memory;
    exports io.callport.query;
    exports io.callport.numberpool;
    exports io.callport.callinfo;
    exports io.callport.catalog;
    exports io.callport.switchboard;
}

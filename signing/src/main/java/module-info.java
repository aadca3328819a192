/** The three vendor signatures and their verification: plain Java. */
module io.callport.signing {
    requires static org.jspecify;

    exports io.callport.signing;
}

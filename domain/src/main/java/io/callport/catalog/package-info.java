/** The list of all queries, from which the Kafka adapter, the command line and the tests learn what can be asked. */
@NullMarked
package io.callport.catalog;

import org.jspecify.annotations.NullMarked;

/**
 * One thread and a clock around the switchboard, for applications without Kafka. Everything about threads lives here; what
 * may be asked when is the switchboard's, and how a vendor is asked is the ports'.
 */
@NullMarked
package io.callport.embed;

import org.jspecify.annotations.NullMarked;

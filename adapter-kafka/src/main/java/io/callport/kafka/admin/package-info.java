/**
 * What people use beside the running service: sending one command and checking a cluster. Nothing here runs in the loop.
 */
@NullMarked
package io.callport.kafka.admin;

import org.jspecify.annotations.NullMarked;

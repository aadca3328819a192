package io.callport.demo;

/**
 * The ports of a local Callport.
 *
 * @param kafka the broker's; 0 for any free one
 * @param vendors the stand-in vendors'; 0 for any free one
 * @param admin the service's health and metrics; at least 1
 */
record LocalPorts(int kafka, int vendors, int admin) {}

// SPDX-License-Identifier: Apache-2.0
/**
 * Industrial I/O devices of Linux, reached over the network (iiod's text protocol as libiio 0.25
 * and 0.26 speak it) or as a tree of files.
 */
@NullMarked
package io.wayside.rig.simulators.iiod;

import org.jspecify.annotations.NullMarked;

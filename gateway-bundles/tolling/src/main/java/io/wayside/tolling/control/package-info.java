// SPDX-License-Identifier: Apache-2.0
/**
 * One toll lane at work: the thread that alone calls the lane, devices in, acts out, records to the
 * journal. What a lane decides is not here.
 */
@NullMarked
package io.wayside.tolling.control;

import org.jspecify.annotations.NullMarked;

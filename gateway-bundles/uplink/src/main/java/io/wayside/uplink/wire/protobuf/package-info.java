// SPDX-License-Identifier: Apache-2.0
/**
 * The wire form of protocol buffers, written and read by hand: as much of it as the profiles need.
 */
@NullMarked
package io.wayside.uplink.wire.protobuf;

import org.jspecify.annotations.NullMarked;

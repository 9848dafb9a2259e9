// SPDX-License-Identifier: Apache-2.0
/** Commands from the centre: read, authorised, handed to the command path, answered. */
@NullMarked
package io.wayside.uplink.command;

import org.jspecify.annotations.NullMarked;

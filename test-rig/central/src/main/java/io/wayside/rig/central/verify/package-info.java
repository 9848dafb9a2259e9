// SPDX-License-Identifier: Apache-2.0
/** Proof from what is stored: hashes, chains, and what the gateways' statements vouch for. */
@NullMarked
package io.wayside.rig.central.verify;

import org.jspecify.annotations.NullMarked;

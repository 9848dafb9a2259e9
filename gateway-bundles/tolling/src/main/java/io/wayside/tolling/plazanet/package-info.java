// SPDX-License-Identifier: Apache-2.0
/** Carries the words of the lanes between the gateways of a station, as datagrams. */
@NullMarked
package io.wayside.tolling.plazanet;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Posting to a back office: at least once, in order per lane, whatever it answers. */
@NullMarked
package io.wayside.tolling.office;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** The gateway's own records: how a run began and ended, and how it is; plain Java. */
@NullMarked
package io.wayside.runtime.run;

import org.jspecify.annotations.NullMarked;

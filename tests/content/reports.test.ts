/* The two founding reports, held against the figures of their sources; how all reports were compiled, and what they cite: read in one process. */
import './boras-2017.ts';
import './lund-2018.ts';
import './apparatus.ts';
import './citations.ts';

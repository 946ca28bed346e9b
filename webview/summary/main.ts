import { byId } from '../dom';
import { connect } from '../host';
import './style.css';
import { SummaryPage } from './summaryPage';

/** Starts the page of the summary. */
async function main(): Promise<void> {
  const page = new SummaryPage(byId('summary'));
  await connect(
    (host) => page.start(host),
    (state) => page.update(state),
  );
}

void main();

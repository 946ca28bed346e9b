import { connect } from '../host';
import { byId } from '../dom';
import { GraphPage } from './graphPage';
import './style.css';

/** Starts the page of the graph. */
async function main(): Promise<void> {
  const page = new GraphPage(byId('graph'));
  await connect(
    (host) => page.start(host),
    (state) => page.update(state),
  );
}

void main();
